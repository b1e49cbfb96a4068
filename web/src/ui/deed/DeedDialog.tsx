import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Account } from '../../core/account/account';
import { ChainLine } from '../../core/chain/chain-line';
import type { Deed } from '../../core/chain/deed';
import { Doing, isAllDone } from '../../core/chain/doing';
import type { Escrow } from '../../core/chain/escrow';
import { useApp, useAppState } from '../app/context';
import { useObservable } from '../hooks';
import { Dialog } from '../parts/Dialog';
import { Cost } from './Cost';
import { DeedActions } from './DeedActions';
import { Progress } from './Progress';
import { D } from './strings';
import { useEscrow } from './use-escrow';

interface Props {
  readonly title: string;
  /** Done one after the other, each a transaction; those of the first rendering count. */
  readonly deeds: readonly Deed[];
  readonly onClose: () => void;
  /** The chain has confirmed them all; the dialog stays open and says so. */
  readonly onDone?: () => void;
  /** What follows from it, in words. */
  readonly children: ReactNode;
}

/** Shows what something does and costs, has it signed, and follows it until the chain has it. */
export function DeedDialog({ title, deeds, onClose, onDone, children }: Props) {
  const { account } = useAppState();
  const escrow = useEscrow();
  return (
    <Dialog heading={title} closed={onClose}>
      {(close) =>
        account && escrow ? (
          <Deeds deeds={deeds} account={account} escrow={escrow} close={close} onDone={onDone}>
            {children}
          </Deeds>
        ) : (
          <>
            <p role="alert">{account ? D.noEscrow : D.noAccount}</p>
            <div className="row">
              <button type="button" onClick={close}>
                {D.close}
              </button>
            </div>
          </>
        )
      }
    </Dialog>
  );
}

interface DeedsProps {
  readonly deeds: readonly Deed[];
  readonly account: Account;
  readonly escrow: Escrow;
  readonly close: () => void;
  readonly onDone: (() => void) | undefined;
  readonly children: ReactNode;
}

function Deeds({ deeds, account, escrow, close, onDone, children }: DeedsProps) {
  const doing = useDoing(deeds, account, escrow);
  const state = useObservable(doing);
  useWhenTrue(isAllDone(state), onDone);
  return (
    <div className="stack" data-status={state.step} data-finished={state.finished}>
      {state.step !== 'done' && children}
      <Cost deeds={deeds} state={state} account={account} escrow={escrow} />
      <Progress state={state} account={account} />
      <DeedActions state={state} doing={doing} close={close} />
    </div>
  );
}

/** Asked once, when the dialog opens. */
function useDoing(deeds: readonly Deed[], account: Account, escrow: Escrow): Doing {
  const { clock } = useApp();
  const [doing] = useState(() => new Doing(deeds, new ChainLine(escrow, account, clock)));
  useEffect(() => void doing.ask(), [doing]);
  return doing;
}

function useWhenTrue(isTrue: boolean, run: (() => void) | undefined): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (isTrue) {
      latest.current?.();
    }
  }, [isTrue]);
}
