import type { Offer } from '../../../core/chain/request-deeds';
import { span } from '../../format';
import PayingDialog from '../../market/PayingDialog';
import { localTimes } from '../../times';
import { H } from './strings';

const moment = (atS: number): string => localTimes.moment(atS * 1_000);

interface Props {
  readonly offer: Offer;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A request with what follows from it, to be signed. */
export default function RequestDialog({ offer, onClose, onDone }: Props) {
  return (
    <PayingDialog
      title={H.request.title}
      deed={({ deeds }, allowance) => deeds.createRequest(offer, allowance)}
      onClose={onClose}
      onDone={onDone}
    >
      <p>
        {H.request.confirm(
          moment(offer.windowStartS),
          moment(offer.windowEndS),
          span(offer.durationMins * 60_000),
        )}
      </p>
      <p>{H.request.rules}</p>
      <p>{H.request.expiry}</p>
    </PayingDialog>
  );
}
