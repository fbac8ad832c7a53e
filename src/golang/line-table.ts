/** A place in a text as an editor counts: line and column from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Offsets to places. Lines end at LF, CR LF or CR. */
export class LineTable {
  private readonly starts: number[] = [0]

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.starts.push(index + end.length)
  }

  at(offset: number): Place {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }

  /** Offset of the first character of a line. */
  start(line: number): number {
    return this.starts[line - 1] ?? 0
  }

  get count(): number {
    return this.starts.length
  }
}
