import { addWhereItBelongs } from './add-item.ts'
import { PickDialog } from './PickDialog.tsx'
import { PALETTE_ITEMS } from './palette.ts'
import { useStudioWords } from './use-studio-words.ts'

/** The palette as a list, for the keyboard. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useStudioWords()
  return (
    <PickDialog
      title={words.addTitle}
      picks={PALETTE_ITEMS.map((id) => ({ id, label: words.items[id] }))}
      onPick={(id) => {
        const item = PALETTE_ITEMS.find((each) => each === id)
        if (item !== undefined) void addWhereItBelongs(item)
      }}
      onClose={onClose}
    />
  )
}
