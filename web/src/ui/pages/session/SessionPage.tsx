import { A } from '../../app/strings';

export default function SessionPage({ booking: _ }: { booking: string }) {
  return <p role="status">{A.soon}</p>;
}
