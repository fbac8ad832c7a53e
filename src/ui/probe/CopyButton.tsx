import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { copyText } from './copy-text.ts'
import { useProbeWords } from './use-probe-words.ts'

/** Copies a text, and says whether it could. */
export function CopyButton({ text, of }: { readonly text: string; readonly of: string }) {
  const words = useProbeWords()
  const [well, setWell] = useState<boolean | null>(null)
  const said = well ? words.copied : words.notCopied
  return (
    <span className="terminal-copy">
      <span role="status">{well === null ? '' : said}</span>
      <Button
        look="quiet"
        aria-label={words.copyWhat(of)}
        onClick={() => void copyText(text).then(setWell)}
      >
        {words.copy}
      </Button>
    </span>
  )
}
