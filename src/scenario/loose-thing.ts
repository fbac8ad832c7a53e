/**
 * Something that stands in the document and of which too little can be read for it to send or receive:
 * it is drawn, and no packet meets it.
 */
export interface LooseThing {
  readonly name: string
  /** The field that keeps it out. */
  readonly path: string
}
