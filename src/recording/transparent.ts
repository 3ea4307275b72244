import { Redactor } from './redact.ts'

/** A redactor that replaces nothing, for recordings that stay in memory and are never written. */
export class Transparent extends Redactor {
  override learn(): void {}
  override learnFrom(): void {}
  override apply(text: string): string {
    return text
  }
  override applyToBytes(bytes: Buffer): Buffer {
    return bytes
  }
}
