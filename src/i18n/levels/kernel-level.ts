import type { Reason, ReasonCode } from '../../engine/reason.ts'
import type { Messages, ReasonText } from '../messages.ts'
import { sentenceFor } from '../messages.ts'
import { type Sentence, say } from '../sentence.ts'
import type { LevelText } from './level.ts'
import { type MechanismText, mechanismOf } from './mechanism.ts'

/**
 * What is said to engineers, and after it what carries it out.
 *
 * @param between stands between two sentences of the language
 */
export function kernelLevel(
  { reasons, steps, deeds, ui }: Messages,
  mechanisms: MechanismText,
  between: string,
): LevelText {
  const tell = (reason: Reason): Sentence =>
    say`${sentenceFor<Reason, 'code'>(reasons, 'code', reason)}${between}${mechanisms[mechanismOf(reason)]}`
  const codes = Object.keys(reasons) as readonly ReasonCode[]
  // One function for every code: each takes the reason of its code, which is a reason.
  const retold = Object.fromEntries(codes.map((code) => [code, tell])) as unknown as ReasonText
  return { reasons: retold, steps, deeds, summary: ui.shell.summary }
}
