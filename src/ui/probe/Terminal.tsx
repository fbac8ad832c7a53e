import { useState } from 'react'
import { linesAt, type Since, type ToolPrint } from '../../scenario/probe/printed.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePosition } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { copyText } from './copy-text.ts'
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
      <CopyButton text={text} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre tabIndex={0} role="log" aria-live="off" aria-label={words.prints(print.command)}>
        <span className="terminal-command">
          <span className="terminal-prompt">{prompt}</span> {print.command}
          {'\n'}
        </span>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a terminal's line is the one at its place, and two may read the same
          <Line key={i} {...line} now={now} />
        ))}
        {silent ? <span className="terminal-aside">{words.listening}</span> : null}
      </pre>
      {print.on.kind === 'nobody' ? <p className="terminal-nobody">{words.nobody}</p> : null}
    </div>
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

function CopyButton({ text }: { readonly text: string }) {
  const words = useProbeWords()
  const [well, setWell] = useState<boolean | null>(null)
  const said = well ? words.copied : words.notCopied
  return (
    <span className="terminal-copy">
      <span role="status">{well === null ? '' : said}</span>
      <Button look="quiet" onClick={() => void copyText(text).then(setWell)}>
        {words.copy}
      </Button>
    </span>
  )
}
