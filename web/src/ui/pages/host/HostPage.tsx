import { A } from '../../app/strings';

export default function HostPage({ address: _ }: { address: string }) {
  return <p role="status">{A.soon}</p>;
}
