import { LineTable, type Place } from '../../golang/line-table.ts'

/** The text that the agent finds at /etc/config/ip-masq-agent. */
export interface ConfigFile {
  readonly text: string
  /** Where a character of it stands in what the user edits. */
  readonly place: (offset: number) => Place
}

/** A file that is edited as it is. */
export function plainFile(text: string): ConfigFile {
  const lines = new LineTable(text)
  return { text, place: (offset) => lines.at(offset) }
}
