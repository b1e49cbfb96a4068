import { A } from '../../app/strings';

export default function ReviewPage() {
  return <p role="status">{A.soon}</p>;
}
