import { useEffect, useId, useRef, useState } from 'react'
import type { ProbeWords } from '../../i18n/probe/probe-words.ts'
import type { ClusterCheck } from '../../scenario/probe/cluster-checks.ts'
import { usePlayground } from '../../store/playground.ts'
import { closeChecks } from '../../store/probes.ts'
import { useMessages } from '../../store/reading.ts'
import { Button, IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { CopyButton } from './CopyButton.tsx'
import { checksMarkdown, checksText } from './checks-text.ts'
import { copyText } from './copy-text.ts'
import { useProbeWords } from './use-probe-words.ts'
import './checks.css'

/** The commands that show the same on a real cluster, and below each what it should print. */
export function Checks({ checks }: { readonly checks: readonly ClusterCheck[] | 'asking' }) {
  const { ui } = useMessages()
  const words = useProbeWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="checks" aria-labelledby={title} onClose={closeChecks}>
      <header>
        <h2 id={title}>{words.check}</h2>
        <IconButton look="quiet" label={words.checks.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      {checks === 'asking' ? <p role="status">{ui.loading}</p> : <Answered checks={checks} />}
    </dialog>
  )
}

function Answered({ checks }: { readonly checks: readonly ClusterCheck[] }) {
  const words = useProbeWords()
  if (checks.length === 0) return <p>{words.checks.none}</p>
  return (
    <>
      <p>{words.checks.about}</p>
      <CopyAs checks={checks} />
      <ol>
        {checks.map((check) => (
          <li key={`${check.code} ${check.command}`}>
            <h3>
              {words.checks.codes[check.code]} <small>{shellText(words, check)}</small>
            </h3>
            <div className="checks-command">
              <code>{check.typed}</code>
              <CopyButton text={check.typed} of={check.typed} />
            </div>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
              tabIndex={0}
              data-columns={COLUMNS.includes(check.code) || undefined}
            >
              {check.prints.length === 0 ? words.checks.nothing : check.prints.join('\n')}
            </pre>
          </li>
        ))}
      </ol>
      <ul>
        {words.checks.reading.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  )
}

/** What is printed in columns, which a line that is broken would put out of order. */
const COLUMNS: readonly ClusterCheck['code'][] = ['nat-rule', 'status']

/** Where it is typed: kubectl leads to most places by itself. */
function shellText(words: ProbeWords, { on, typed, command }: ClusterCheck): string {
  const viaKubectl = typed !== command || typed.startsWith('kubectl ')
  return words.checks.on[viaKubectl ? 'workstation' : on.kind](on.name)
}

function CopyAs({ checks }: { readonly checks: readonly ClusterCheck[] }) {
  const words = useProbeWords()
  const title = usePlayground(
    ({ scenario: { document, flow } }) => `${document.metadata.name}: ${flow.name}`,
  )
  const [well, setWell] = useState<boolean | null>(null)
  const said = well ? words.copied : words.notCopied
  const copy = (text: string) => void copyText(text).then(setWell)
  return (
    <div className="checks-copy">
      <Button look="primary" onClick={() => copy(checksMarkdown(words, title, checks))}>
        {words.checks.copyAs('Markdown')}
      </Button>
      <Button onClick={() => copy(checksText(words, title, checks))}>
        {words.checks.copyAs(words.checks.plainText)}
      </Button>
      <span role="status">{well === null ? '' : said}</span>
    </div>
  )
}
