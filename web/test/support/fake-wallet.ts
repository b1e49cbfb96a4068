import type { KeptAccount, Wallet } from '../../src/core/wallet/wallet';

/** A wallet that signs, or says no, and counts how often it was asked. */
export class FakeWallet implements Wallet {
  readonly name = 'a wallet';
  readonly signed: string[] = [];
  saysNo = false;

  constructor(readonly address: string) {}

  get kept(): KeptAccount {
    return { kind: 'injected', name: this.name, address: this.address };
  }

  async signPersonalMessage(text: string): Promise<string> {
    if (this.saysNo) {
      throw new Error('User rejected the request.');
    }
    this.signed.push(text);
    return '0xsigned';
  }
}
