import { A } from '../../app/strings';

export default function HomePage() {
  return <p role="status">{A.soon}</p>;
}
