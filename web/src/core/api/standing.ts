import { bool, object, oneOf, optional, text, whole } from '../parse';
import { role } from './joined';

/** An answer of the rulebook; no outcome where the presence is not known well enough. */
const outlook = object({
  outcome: optional(text),
  decided_at_ms: optional(whole),
  reason: optional(text),
});

/** How a session stands for one's own side: what `GET /session/{booking}/standing` answers. */
export const standing = object({
  role,
  at_ms: whole,
  overlap_ms: whole,
  needed_ms: whole,
  counted: bool,
  other_counted: bool,
  state: oneOf('open', 'can_no_longer_complete', 'decided'),
  decided: optional(outlook),
  host_missing_ms: whole,
  guest_missing_ms: whole,
  at_fault: optional(role),
  if_both_stay: outlook,
  if_i_leave: outlook,
  if_both_leave: outlook,
});

export type Outlook = ReturnType<typeof outlook>;
export type Standing = ReturnType<typeof standing>;
