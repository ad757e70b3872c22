/** How deep a JSON text goes, told while it comes in: a text that goes too deep is left before anything is made of it. */

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

export class DepthGauge {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The next part of the text; false as soon as it is too deep. */
  add(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (code === BACKSLASH) this.escaped = true;
        else if (code === QUOTE) this.inString = false;
      } else if (code === QUOTE) this.inString = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        this.depth++;
        if (this.depth > this.most) return false;
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth--;
    }
    return true;
  }

  /** Something that was opened is not closed: the text ends in the middle. */
  get isOpen(): boolean {
    return this.inString || this.depth > 0;
  }
}
