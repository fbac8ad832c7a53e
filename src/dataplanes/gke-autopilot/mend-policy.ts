import { LineTable } from '../../golang/line-table.ts'
import { type Mend, readDescribed } from './described.ts'
import { printPolicy } from './print-policy.ts'

/** A manifest that can be applied, and what had to be put right for it. */
export interface MendedPolicy {
  readonly text: string
  readonly mended: readonly {
    readonly code: Mend['code']
    /** 1-based, in the text that was given. */
    readonly line: number
    readonly from: string
  }[]
}

/**
 * Pasted text to a manifest: what `kubectl describe` prints of a policy, and manifests from which a
 * web page took colons and dashes. Null where there is nothing to mend or no policy in the text.
 */
export function mendPolicy(text: string): MendedPolicy | null {
  const described = readDescribed(text)
  if (described === null) return null
  const { name, apiVersion, action, ranges, mended } = described
  const lines = new LineTable(text)
  return {
    text: printPolicy(
      name,
      ranges.map((range) => range.text),
      { apiVersion, ...(action ? { action: action.text } : {}) },
    ),
    mended: mended.map(({ code, offset, from }) => ({ code, line: lines.at(offset).line, from })),
  }
}
