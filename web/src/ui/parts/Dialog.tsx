import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly heading: string;
  readonly closed: () => void;
  /** Handed what closes it: the browser then gives the focus back to where it was. */
  readonly children: (close: () => void) => ReactNode;
}

/** A modal dialog of the browser's own: it keeps the focus and closes by Escape. */
export function Dialog({ heading, closed, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="card" aria-labelledby="dialog" onClose={closed}>
      <h2 id="dialog">{heading}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
