import { type ReactNode, useEffect, useRef } from 'react'
import { linesAt, type Since, type ToolPrint } from '../../scenario/probe/printed.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePosition } from '../../store/reading.ts'
import { CopyButton } from './CopyButton.tsx'
import { ownedParts } from './owned-parts.ts'
import { useProbeWords } from './use-probe-words.ts'
import './terminal.css'

/** A command, and what it has printed by the moment on show: lines appear and counters tick. */
export function Terminal({ print }: { readonly print: ToolPrint }) {
  const words = useProbeWords()
  const now = usePosition()
  const lines = linesAt(print.lines, now)
  const prompt = print.on.kind === 'workstation' ? '$' : `${print.on.name}#`
  const text = [`${prompt} ${print.command}`, ...lines.map((line) => line.text)].join('\n')
  const silent = print.tool === 'tcpdump' && lines.every(({ since }) => since === null)
  return (
    <div className="terminal">
      <div className="terminal-command">
        <code>
          <span className="terminal-prompt">{prompt}</span> {print.command}
        </code>
        <CopyButton text={text} of={print.command} />
      </div>
      <Output command={print.command} wraps={print.tool !== 'iptables' && print.tool !== 'status'}>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a terminal's line is the one at its place, and two may read the same
          <Line key={i} {...line} now={now} />
        ))}
        {silent ? <span className="terminal-aside">{words.listening}</span> : null}
      </Output>
      {print.on.kind === 'nobody' ? <p className="terminal-nobody">{words.nobody}</p> : null}
    </div>
  )
}

/** Pixels beside a line that is brought into view. */
const BREATH = 8

/** What is printed. Of a long one what has just come is brought into view. */
function Output({
  command,
  wraps,
  children,
}: {
  readonly command: string
  /** As a terminal does; columns stay columns. */
  readonly wraps: boolean
  readonly children: ReactNode
}) {
  const words = useProbeWords()
  const output = useRef<HTMLPreElement>(null)
  useEffect(() => {
    const pre = output.current
    const fresh = [...(pre?.querySelectorAll<HTMLElement>('[data-fresh]') ?? [])].at(-1)
    if (pre === null || fresh === undefined) return
    const { offsetTop: top, offsetHeight: height } = fresh
    if (top + height > pre.scrollTop + pre.clientHeight) {
      pre.scrollTop = top + height + BREATH - pre.clientHeight
    } else if (top < pre.scrollTop) pre.scrollTop = top - BREATH
  })
  return (
    <pre
      ref={output}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      role="log"
      aria-live="off"
      aria-label={words.prints(command)}
      data-wraps={wraps || undefined}
    >
      {children}
    </pre>
  )
}

function Line({
  text,
  since,
  now,
}: {
  readonly text: string
  readonly since: Since | null
  readonly now: Since
}) {
  const ownerOf = useOwnerOf()
  return (
    <span
      className="terminal-line"
      data-fresh={since?.hop === now.hop || undefined}
      data-head={since === null || undefined}
    >
      {ownedParts(text, ownerOf).map(({ at, part, owner }) =>
        owner === null ? (
          part
        ) : (
          <span key={at} className="terminal-address" data-owner={owner}>
            {part}
          </span>
        ),
      )}
      {'\n'}
    </span>
  )
}
