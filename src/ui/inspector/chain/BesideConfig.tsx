import type { ChainWords } from '../../../i18n/chain-words.ts'
import { putBeside, useBeside } from '../../../store/beside.ts'
import { useNarrow } from '../../app/use-narrow.ts'
import { IconButton } from '../../kit/Button.tsx'
import { BesideIcon } from './step-icons.tsx'

/** Rules and the configuration that they come from, seen together: on a telephone there is no room for that. */
export function BesideConfig({ words }: { readonly words: ChainWords }) {
  const beside = useBeside()
  return useNarrow() ? null : (
    <IconButton
      look="quiet"
      label={words.besideConfig}
      aria-pressed={beside}
      onClick={() => putBeside(!beside)}
    >
      <BesideIcon />
    </IconButton>
  )
}
