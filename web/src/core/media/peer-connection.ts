/** What is used of a browser's RTCPeerConnection; handed in, so that a test can fake it. */
export type PeerConnection = Pick<
  RTCPeerConnection,
  | 'addIceCandidate'
  | 'addTrack'
  | 'addTransceiver'
  | 'close'
  | 'connectionState'
  | 'createAnswer'
  | 'createOffer'
  | 'getSenders'
  | 'getStats'
  | 'getTransceivers'
  | 'localDescription'
  | 'onconnectionstatechange'
  | 'onicecandidate'
  | 'onnegotiationneeded'
  | 'ontrack'
  | 'removeTrack'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'signalingState'
>;

export type OpenPeerConnection = (config: RTCConfiguration) => PeerConnection;
