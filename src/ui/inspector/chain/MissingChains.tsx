import type { ChainWords } from '../../../i18n/chain-words.ts'
import type { MissingRow } from '../../../scenario/chain-facts/chain-facts.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'

/** Chains that the configuration says and that no walk comes to, because they do not stand here. */
export function MissingChains({
  chains,
  words,
}: {
  readonly chains: ReadonlyMap<string, readonly MissingRow[]>
  readonly words: ChainWords
}) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  return [...chains].map(([chain, rows]) => (
    <details key={chain} className="not-entered chain-missing">
      <summary>
        <Spoken
          sentence={words.missingChain(chain, ui.chain.rules(rows.length))}
          ownerOf={ownerOf}
        />
      </summary>
      {[...new Set(rows.map(({ because }) => because))].map((because) => (
        <p key={because}>
          <Spoken sentence={words.missingBecause[because]} ownerOf={ownerOf} />
        </p>
      ))}
      <ol className="mono">
        {rows.map(({ row, because }) => (
          <li key={`${row.ref.id} ${because}`}>{row.text}</li>
        ))}
      </ol>
    </details>
  ))
}
