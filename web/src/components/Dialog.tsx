import { useEffect, useRef, type ReactNode } from "react";

// The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back.
export function Dialog({ label, className, onClose, children }: { label: string; className?: string; onClose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog ref={element} aria-label={label} className={className} onClose={onClose} onClick={(event) => event.target === element.current && onClose()}>
      {children}
    </dialog>
  );
}
