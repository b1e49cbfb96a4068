import { A } from '../../app/strings';

export default function SchedulePage() {
  return <p role="status">{A.soon}</p>;
}
