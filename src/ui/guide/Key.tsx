import { keyText } from '../shortcuts/shortcuts.ts'
import './key.css'

/** Keys as they stand on the keyboard of the reader. */
export const Key = ({ keys }: { readonly keys: string }) => (
  <kbd className="key">{keyText(keys)}</kbd>
)
