import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly heading: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A modal dialog of the browser's own: it keeps the focus and closes by Escape. */
export function Dialog({ heading, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="card" aria-labelledby="dialog" onClose={close}>
      <h2 id="dialog">{heading}</h2>
      {children}
    </dialog>
  );
}
