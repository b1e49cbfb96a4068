import { useState } from 'react';
import { SignInChoices } from '../account/SignInChoices';
import { C } from '../account/strings';
import { shortened } from '../format';
import { Dialog } from '../parts/Dialog';
import { useApp, useAppState } from './context';
import { A } from './strings';

/** Who is signed in, or the way in. */
export function SignInPanel() {
  const app = useApp();
  const { wallet, account } = useAppState();
  if (!wallet) {
    return <SignInButton />;
  }
  return (
    <>
      <span className="who" title={wallet} data-wallet={wallet}>
        {account?.name} <small>{shortened(wallet)}</small>
      </span>
      <button
        type="button"
        className="quiet"
        onClick={() => void app.signOut()}
        data-action="sign-out"
      >
        {A.signOut}
      </button>
    </>
  );
}

/** Opens the ways in. */
export function SignInButton() {
  const { about } = useAppState();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="primary"
        disabled={!about}
        onClick={() => setOpen(true)}
        data-action="sign-in"
      >
        {A.signIn}
      </button>
      {isOpen && <SignInDialog closed={() => setOpen(false)} />}
    </>
  );
}

function SignInDialog({ closed }: { closed: () => void }) {
  const app = useApp();
  const { about, isBusy, problem } = useAppState();
  return (
    <Dialog heading={A.signIn} closed={closed}>
      {(close) => (
        <>
          {about && (
            <SignInChoices
              about={about}
              isBusy={isBusy}
              problem={problem}
              enter={(open) => void app.enter(open)}
            />
          )}
          <div className="row">
            <button type="button" onClick={close}>
              {C.close}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
