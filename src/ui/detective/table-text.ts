/** The forms in which a table is copied. */
export const TABLE_FORMATS = ['TSV', 'Markdown', 'CSV'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** Rows of cells as text, the first row the heads. */
export function tableText(rows: readonly (readonly string[])[], format: TableFormat): string {
  const lines = rows.map((cells) => WRITE[format](cells))
  if (format !== 'Markdown') return `${lines.join('\n')}\n`
  const [head = '', ...body] = lines
  const rule = WRITE.Markdown((rows[0] ?? []).map(() => '---'))
  return `${[head, rule, ...body].join('\n')}\n`
}

const WRITE: Readonly<Record<TableFormat, (cells: readonly string[]) => string>> = {
  TSV: (cells) => cells.map((cell) => cell.replaceAll(/[\t\n]/g, ' ')).join('\t'),
  Markdown: (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  CSV: (cells) => cells.map(quoted).join(','),
}

/** Source: RFC 4180. */
const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
