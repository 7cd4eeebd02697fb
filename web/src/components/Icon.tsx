const shapes = {
  programme: "M4 5.5h16M4 10.5h16M4 15.5h9M4 19.5h6M16 18l2 2 3.5-4",
  import: "M12 3.5v11m0 0-4-4m4 4 4-4M4.5 15v3.5a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V15",
  work: "M4 6.5l1.5 1.5L8 5.5M4 12.5l1.5 1.5L8 11.5M4 18.5l1.5 1.5L8 17.5M11.5 7H20M11.5 13H20M11.5 19H20",
  figures: "M4 20h16M6.5 16.5v-5M11.5 16.5V7M16.5 16.5v-8",
  calendar: "M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V7M15.5 3.5V7",
  units: "M9.5 4h5v4h-5zM3.5 16h5v4h-5zM15.5 16h5v4h-5zM12 8v4M6 16v-4h12v4",
  consultation: "M4 5h16v11H9.5L5.5 19.5V16H4zM8 9h8M8 12h5",
  log: "M6 3.5h9l3.5 3.5v13.5H6zM9 9h6M9 12.5h6M9 16h4",
  accounts: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.6-3.3 3.2-5 6.5-5s5.9 1.7 6.5 5M16 5a3.3 3.3 0 0 1 0 6.3M18 14.9c2 .7 3.2 2.3 3.6 4.6",
  rules: "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2",
  bell: "M12 4a5.5 5.5 0 0 0-5.5 5.5c0 4.5-2 6-2 6.5h15s-2-2-2-6.5A5.5 5.5 0 0 0 12 4ZM10 19.5a2 2 0 0 0 4 0",
  file: "M7 3.5h7l4 4v13H7zM14 3.5v4h4",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "m6 6 12 12M18 6 6 18",
  down: "m6 9.5 6 6 6-6",
  warning: "M12 4 2.8 19.5h18.4L12 4Zm0 5.5v5m0 2.4v.1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  print: "M7 8.5V4h10v4.5M7 17H4.5V9.5a1 1 0 0 1 1-1h13a1 1 0 0 1 1 1V17H17M7 14h10v6H7v-6Z",
  columns: "M4 5h16v14H4zM9.5 5v14M14.5 5v14",
  previous: "m14.5 6-6 6 6 6",
  next: "m9.5 6 6 6-6 6",
} as const;

export type IconName = keyof typeof shapes;

// Always beside a word, or with a word for those who do not see it.
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
