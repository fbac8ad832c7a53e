import type { BaseMatch, InterfacePattern, MaskedAddress, Rule } from '../rule.ts'
import { impliesMatch } from './implies-match.ts'

type Asking = Pick<Rule, 'base' | 'matches'>

/**
 * Whether every packet that `narrow` takes is one that `wide` takes too, asked earlier in the same
 * walk of a chain. Sound and not complete: false where it is not certain.
 *
 * @param marksChanged a rule between the two may change what matches of marks look at
 */
export function implies(
  narrow: Asking,
  wide: Asking,
  { marksChanged }: { readonly marksChanged: boolean },
): boolean {
  return (
    impliesBase(narrow.base, wide.base) &&
    wide.matches.every(
      (match) => (match.kind !== 'mark' || !marksChanged) && impliesMatch(narrow, match),
    )
  )
}

function impliesBase(narrow: BaseMatch, wide: BaseMatch): boolean {
  return (
    impliesAddress(narrow.source, wide.source) &&
    impliesAddress(narrow.destination, wide.destination) &&
    impliesInterface(narrow.inInterface, wide.inInterface) &&
    impliesInterface(narrow.outInterface, wide.outInterface) &&
    impliesProtocol(narrow.protocol, wide.protocol)
  )
}

function impliesAddress(
  narrow: MaskedAddress | undefined,
  wide: MaskedAddress | undefined,
): boolean {
  if (wide === undefined || (!wide.negated && isAll(wide))) return true
  if (narrow === undefined) return false
  if (!wide.negated) return !narrow.negated && holds(wide, narrow)
  // Outside of more is outside of less; inside of one is outside of another that it does not meet.
  return narrow.negated ? holds(narrow, wide) : !meets(narrow, wide)
}

const isAll = ({ mask }: MaskedAddress): boolean => mask.every((word) => word === 0)

/** Whether all of `inner` lies in `outer`, both without their negation. */
function holds(outer: MaskedAddress, inner: MaskedAddress): boolean {
  return outer.mask.every(
    (word, i) => (word & ~(inner.mask[i] ?? 0)) === 0 && (differing(outer, inner, i) & word) === 0,
  )
}

/** Whether any address lies in both, without their negation. */
function meets(a: MaskedAddress, b: MaskedAddress): boolean {
  return a.mask.every((word, i) => (differing(a, b, i) & word & (b.mask[i] ?? 0)) === 0)
}

const differing = (a: MaskedAddress, b: MaskedAddress, i: number): number =>
  (a.address.words[i] ?? 0) ^ (b.address.words[i] ?? 0)

function impliesInterface(
  narrow: InterfacePattern | undefined,
  wide: InterfacePattern | undefined,
): boolean {
  if (wide === undefined) return true
  if (narrow === undefined || narrow.negated !== wide.negated) return false
  // A name that is left out leaves out less than a pattern that holds it.
  const [inner, outer] = narrow.negated ? [wide, narrow] : [narrow, wide]
  if (!outer.pattern.endsWith('+')) return inner.pattern === outer.pattern
  return inner.pattern.replace(/\+$/, '').startsWith(outer.pattern.slice(0, -1))
}

function impliesProtocol(narrow: BaseMatch['protocol'], wide: BaseMatch['protocol']): boolean {
  if (wide === undefined) return true
  if (narrow === undefined) return false
  const same = narrow.number === wide.number
  return narrow.negated === wide.negated ? same : wide.negated && !same
}
