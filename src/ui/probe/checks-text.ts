import type { ProbeWords } from '../../i18n/probe/probe-words.ts'
import type { ClusterCheck } from '../../scenario/probe/cluster-checks.ts'

/** All checks as Markdown: a heading and a console block for each. */
export function checksMarkdown(
  { check, checks: words }: ProbeWords,
  title: string,
  checks: readonly ClusterCheck[],
): string {
  const steps = checks.flatMap(({ code, typed, prints }, i) => [
    `### ${i + 1}. ${words.codes[code]}`,
    '',
    '```console',
    `$ ${typed}`,
    ...prints,
    '```',
    '',
  ])
  return [
    `## ${check}: ${title}`,
    '',
    ...steps,
    ...words.reading.map((each) => `- ${each}`),
    '',
  ].join('\n')
}

/** The same to paste into a shell, which reads only the commands. */
export function checksText(
  { check, checks: words }: ProbeWords,
  title: string,
  checks: readonly ClusterCheck[],
): string {
  const comment = (text: string): string => `# ${text}`
  const steps = checks.flatMap(({ code, typed, prints }, i) => [
    comment(`${i + 1}. ${words.codes[code]}`),
    typed,
    ...(prints.length === 0 ? [words.nothing] : prints).map((line) => `#   ${line}`.trimEnd()),
    '',
  ])
  return [comment(`${check}: ${title}`), '', ...steps, ...words.reading.map(comment), ''].join('\n')
}
