import type { Sentence } from '../../../i18n/sentence.ts'
import type { UiText } from '../../../i18n/ui.en.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import { Counted } from './Counted.tsx'
import type { EnteredLine, PolicyLine, ResumedLine } from './chain-lines.ts'
import type { RowContext } from './row-context.ts'
import { moment, type RowMoment, railDrawn } from './row-moment.ts'

type TurnLine = EnteredLine | ResumedLine | PolicyLine

/** Where the walk enters a chain, comes back from one, or ends at the policy. */
export function TurnRow({
  line,
  context,
}: {
  readonly line: TurnLine
  readonly context: RowContext
}) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  const when = moment(line, context.onShow)
  if (line.kind === 'entered' && line.depth === 0) return null
  const isOver = line.step !== null && (when === 'done' || when === 'now')
  const counter = isOver ? (context.counted[line.step] ?? null) : null
  return (
    <tr
      className="turn"
      data-kind={line.kind}
      data-state={when}
      data-depth={line.depth}
      data-rail={railDrawn(line, context.onShow)}
      aria-current={when === 'now' ? 'step' : undefined}
    >
      <td />
      <td colSpan={context.columns - 1}>
        <Spoken sentence={turnWords(ui, line, when, context)} ownerOf={ownerOf} />
        {counter === null ? null : <Counted counter={counter} words={context.words} />}
      </td>
    </tr>
  )
}

function turnWords(ui: UiText, line: TurnLine, when: RowMoment, { onShow }: RowContext): Sentence {
  const words = ui.panels.inspector
  switch (line.kind) {
    case 'entered':
      return [{ kind: 'code', text: line.chain }]
    case 'policy':
      if (when === 'waiting') return [ui.chain.policy(line.policy)]
      return when === 'never' ? words.policyNotReached(line.policy) : words.policyLast(line.policy)
    case 'resumed': {
      if (line.by === null) return words.ranOut(line.from, line.chain)
      const next = onShow.walk.steps[(line.step ?? 0) + 1]
      return next === undefined || next.kind === 'policy'
        ? words.backAtEnd(line.chain)
        : words.back(line.chain, line.line)
    }
  }
}
