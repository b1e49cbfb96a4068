import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly heading: string;
  readonly closed: () => void;
  /** Handed what closes it: the browser then gives the focus back to where it was. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A modal dialog of the browser's own: it keeps the focus and closes by Escape. One that is longer
 * than the screen begins at its heading, not at its first button.
 */
export function Dialog({ heading, closed, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    if (shown && shown.scrollHeight > shown.clientHeight) {
      title.current?.focus();
    }
  }, []);
  return (
    <dialog ref={dialog} className="card" aria-labelledby="dialog" onClose={closed}>
      <h2 id="dialog" ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
