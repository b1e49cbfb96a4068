import { A } from '../../app/strings';

export default function MoneyPage() {
  return <p role="status">{A.soon}</p>;
}
