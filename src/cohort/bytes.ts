/** Bytes on their way out: they gather here, and are taken when there are enough. */
export class Bytes {
  data = Buffer.allocUnsafe(1 << 17);
  length = 0;

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.length + more <= this.data.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + more));
    larger.set(this.data.subarray(0, this.length));
    this.data = larger;
  }

  byte(byte: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = byte;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    // Cells are short: a loop is faster than a view and a call.
    const { data } = this;
    let at = this.length;
    for (let p = start; p < end; p++) data[at++] = from[p] as number;
    this.length = at;
  }

  all(from: Uint8Array): void {
    this.copy(from, 0, from.length);
  }

  text(text: string): void {
    this.reserve(3 * text.length);
    this.length += this.data.write(text, this.length);
  }

  /** As `text`, for short words that are known to be ASCII. */
  ascii(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.data[this.length++] = text.charCodeAt(i);
  }

  /** A whole number that is not below zero. */
  integer(n: number): void {
    if (n > 9) {
      const tens = (n / 10) | 0;
      if (tens > 9) this.integer(tens);
      else this.byte(48 + tens);
      this.byte(48 + (n - 10 * tens));
    } else this.byte(48 + n);
  }

  /** What has gathered. Valid until more is added. */
  take(): Uint8Array {
    const taken = this.data.subarray(0, this.length);
    this.length = 0;
    return taken;
  }
}
