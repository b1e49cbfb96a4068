// Reads transactions, one JSON object a line, builds and signs each with ox, what viem/tempo signs with, and
// writes a line each: the bytes, the hash, the sender. The test holds them against what Java made.
import { createInterface } from 'node:readline';
import {
  Address,
  Hash,
  Hex,
  P256,
  Secp256k1,
  TxEnvelopeEip1559,
  TxEnvelopeEip2930,
  TxEnvelopeLegacy,
  WebAuthnP256,
} from 'ox';
import { AuthorizationTempo, KeyAuthorization, SignatureEnvelope, TxEnvelopeTempo } from 'ox/tempo';

const big = (text) => BigInt(text);

function primitive(key, hash) {
  if (key.type === 'secp256k1') {
    return SignatureEnvelope.from(Secp256k1.sign({ payload: hash, privateKey: key.privateKey }));
  }
  const publicKey = P256.getPublicKey({ privateKey: key.privateKey });
  if (key.type === 'p256') {
    const signature = P256.sign({ payload: hash, privateKey: key.privateKey });
    return SignatureEnvelope.from({ signature, publicKey, prehash: false });
  }
  const { metadata, payload } = WebAuthnP256.getSignPayload({
    challenge: hash,
    rpId: 'example.com',
    origin: 'https://example.com',
  });
  const signature = P256.sign({ payload, privateKey: key.privateKey, hash: true });
  return SignatureEnvelope.from({ signature, publicKey, metadata });
}

function addressOf(key) {
  const curve = key.type === 'secp256k1' ? Secp256k1 : P256;
  return Address.fromPublicKey(curve.getPublicKey({ privateKey: key.privateKey }));
}

function signWith(signer, hash) {
  if (!signer.accessKey) return primitive(signer, hash);
  const root = addressOf(signer);
  const bound = Hash.keccak256(Hex.concat('0x04', hash, root));
  return SignatureEnvelope.from({
    userAddress: root,
    inner: primitive(signer.accessKey, bound),
    type: 'keychain',
    version: 'v2',
  });
}

function keyAuthorization(json, signer) {
  const scopes = json.scopes?.flatMap((scope) =>
    scope.functions.length === 0
      ? [{ address: scope.target }]
      : scope.functions.map((one) => ({
          address: scope.target,
          selector: one.selector,
          recipients: one.recipients,
        })),
  );
  const authorization = KeyAuthorization.from({
    address: json.keyId,
    chainId: big(json.chainId),
    type: json.keyType,
    ...(json.expiry ? { expiry: Number(json.expiry) } : {}),
    ...(json.limits
      ? {
          limits: json.limits.map((one) => ({
            token: one.token,
            limit: big(one.limit),
            ...(one.period ? { period: one.period } : {}),
          })),
        }
      : {}),
    ...(scopes ? { scopes } : {}),
  });
  const signature = primitive(signer, KeyAuthorization.getSignPayload(authorization));
  return KeyAuthorization.from(authorization, { signature });
}

function authorization(json) {
  const entry = AuthorizationTempo.from({
    address: json.address,
    chainId: Number(json.chainId),
    nonce: big(json.nonce),
  });
  const signature = primitive(json.signer, AuthorizationTempo.getSignPayload(entry));
  return AuthorizationTempo.from(entry, { signature });
}

function tempo(json) {
  let envelope = TxEnvelopeTempo.from({
    chainId: Number(json.chainId),
    maxPriorityFeePerGas: big(json.maxPriorityFeePerGas),
    maxFeePerGas: big(json.maxFeePerGas),
    gas: big(json.gasLimit),
    calls: json.calls.map((call) => ({ to: call.to ?? undefined, data: call.data })),
    accessList: json.accessList,
    nonceKey: big(json.nonceKey),
    nonce: big(json.nonce),
    ...(json.validBefore ? { validBefore: Number(json.validBefore) } : {}),
    ...(json.validAfter ? { validAfter: Number(json.validAfter) } : {}),
    ...(json.feeToken ? { feeToken: json.feeToken } : {}),
    ...(json.feePayer ? { feePayerSignature: null } : {}),
    authorizationList: json.authorizations.map(authorization),
    ...(json.keyAuthorization
      ? { keyAuthorization: keyAuthorization(json.keyAuthorization, json.signer) }
      : {}),
  });
  const signature = signWith(json.signer, TxEnvelopeTempo.getSignPayload(envelope));
  const sender = addressOf(json.signer);
  if (json.feePayer) {
    envelope = TxEnvelopeTempo.from({ ...envelope, feeToken: json.feePayer.feeToken });
    const payload = TxEnvelopeTempo.getFeePayerSignPayload(envelope, { sender });
    const feePayerSignature = Secp256k1.sign({ payload, privateKey: json.feePayer.privateKey });
    envelope = { ...envelope, feePayerSignature };
  }
  return { bytes: TxEnvelopeTempo.serialize(envelope, { signature }), sender };
}

function ethereum(json) {
  const common = {
    nonce: big(json.nonce),
    gas: big(json.gasLimit),
    to: json.calls[0].to ?? undefined,
    data: json.calls[0].data,
    ...(json.accessList ? { accessList: json.accessList } : {}),
  };
  const fees =
    json.type === 'eip1559'
      ? {
          maxFeePerGas: big(json.maxFeePerGas),
          maxPriorityFeePerGas: big(json.maxPriorityFeePerGas),
        }
      : { gasPrice: big(json.maxFeePerGas) };
  const module = {
    legacy: TxEnvelopeLegacy,
    eip2930: TxEnvelopeEip2930,
    eip1559: TxEnvelopeEip1559,
  }[json.type];
  const chain = json.chainId === '0' ? {} : { chainId: Number(json.chainId) };
  const envelope = module.from({ ...common, ...fees, ...chain });
  const signature = Secp256k1.sign({
    payload: module.getSignPayload(envelope),
    privateKey: json.signer.privateKey,
  });
  return { bytes: module.serialize(envelope, { signature }), sender: addressOf(json.signer) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const json = JSON.parse(line);
  try {
    const { bytes, sender } = json.type === 'tempo' ? tempo(json) : ethereum(json);
    const hash = Hash.keccak256(bytes);
    process.stdout.write(`${JSON.stringify({ bytes, hash, sender })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error.stack) })}\n`);
  }
}
