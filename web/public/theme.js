// Before the first paint, so that the page never flashes in the other theme.
try {
  const theme = localStorage.getItem("tiendo.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  /* storage is closed: the system's theme stays */
}
