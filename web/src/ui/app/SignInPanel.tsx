import { useApp, useAppState } from './context';
import { A } from './strings';

/** Who is signed in, or the way in. */
export function SignInPanel() {
  const app = useApp();
  const { wallet, account } = useAppState();
  if (!wallet) {
    return null;
  }
  return (
    <>
      <span title={wallet}>{account?.name ?? wallet}</span>
      <button type="button" className="quiet" onClick={() => void app.signOut()}>
        {A.signOut}
      </button>
    </>
  );
}
