import type { PeerMedia } from '../media/peer-media';
import type { Effect } from './effect';

/** Performs the effect if it is one of the media's. */
export function performOnMedia(media: PeerMedia, effect: Effect): void {
  switch (effect.do) {
    case 'start-media':
      media.start(effect.seat);
      break;
    case 'silence':
      media.mute(effect.muted);
      break;
    case 'make-offer':
      media.offer(effect.id, effect.iceRestart);
      break;
    case 'make-answer':
      media.answer(effect.id, effect.offer);
      break;
    case 'accept':
      media.accept(effect.id, effect.answer);
      break;
    case 'add-candidate':
      media.addCandidate(effect.candidate);
      break;
    case 'reset-media':
      media.reset(effect.seat);
      break;
    case 'close-media':
      media.close();
      break;
  }
}
