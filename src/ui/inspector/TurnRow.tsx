import type { Sentence } from '../../i18n/sentence.ts'
import type { UiText } from '../../i18n/ui.en.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages } from '../../store/reading.ts'
import { Spoken } from '../kit/Spoken.tsx'
import type { RowContext } from './ChainTable.tsx'
import type { ChainLine, RuleLine } from './chain-lines.ts'
import { moment } from './row-moment.ts'

type TurnLine = Exclude<ChainLine, RuleLine>
type Moment = ReturnType<typeof moment>

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
  const when = moment(line.step, context.onShow)
  if (line.kind === 'entered' && line.depth === 0) return null
  return (
    <tr
      className="turn"
      data-kind={line.kind}
      data-state={when}
      data-depth={line.depth}
      data-rail={line.rail ?? undefined}
      aria-current={when === 'now' ? 'step' : undefined}
    >
      <td />
      <td colSpan={context.withLines ? 4 : 3}>
        <Spoken sentence={turnWords(ui, line, when, context)} ownerOf={ownerOf} />
      </td>
    </tr>
  )
}

function turnWords(ui: UiText, line: TurnLine, when: Moment, { onShow }: RowContext): Sentence {
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
