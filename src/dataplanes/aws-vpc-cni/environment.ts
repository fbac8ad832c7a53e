import { parseGoCidr } from '../../golang/go-cidr.ts'
import type { Place } from '../../golang/line-table.ts'
import { formatCidr } from '../../net/cidr.ts'
import type { ConfigNote } from '../config-report.ts'
import type { AwsNote } from './codes.ts'
import type { Variable } from './daemon-set.ts'
import { DEFAULT_SETTINGS, type SnatSettings } from './snat-settings.ts'

export interface ReadEnvironment {
  readonly settings: SnatSettings
  readonly notes: readonly ConfigNote[]
}

/**
 * The CNI's variables as it reads them: what it cannot read it logs, and goes on with the default
 * or without the entry. Of two variables of one name the later one counts.
 * Source: aws/amazon-vpc-cni-k8s, pkg/networkutils/network.go.
 */
export function readEnvironment(variables: readonly Variable[]): ReadEnvironment {
  const notes: ConfigNote[] = []
  const note = (code: AwsNote, { line }: Place, params: ConfigNote['params']) => {
    notes.push({ code, line, params })
  }
  const named = (name: string) => variables.findLast((variable) => variable.name === name) ?? null
  const external = readBool(named(EXTERNAL), note)
  const excluded = readRanges(named(EXCLUDED), note)
  const written = named(EXCLUDED)
  if (external && written && excluded.length > 0) note('aws-exclusions-unused', written.place, {})
  return {
    settings: {
      external,
      excluded,
      random: readRandom(named(RANDOM), note),
      connmark: readMark(named(CONNMARK), note),
      vethPrefix: named(VETH)?.value ?? DEFAULT_SETTINGS.vethPrefix,
    },
    notes,
  }
}

export const EXTERNAL = 'AWS_VPC_K8S_CNI_EXTERNALSNAT'
export const EXCLUDED = 'AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS'
export const RANDOM = 'AWS_VPC_K8S_CNI_RANDOMIZESNAT'
const CONNMARK = 'AWS_VPC_K8S_CNI_CONNMARK'
const VETH = 'AWS_VPC_K8S_CNI_VETHPREFIX'

type Take = (code: AwsNote, place: Place, params: ConfigNote['params']) => void

/** As Go's `strconv.ParseBool` spells it. */
const BOOLS = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
])

function readBool(variable: Variable | null, note: Take): boolean {
  if (variable === null || variable.value === '') return false
  const value = BOOLS.get(variable.value)
  if (value !== undefined) return value
  const { name, value: text, place } = variable
  note('aws-not-a-bool', place, { text, variable: name, fallback: 'false' })
  return false
}

function readRanges(variable: Variable | null, note: Take): SnatSettings['excluded'] {
  if (variable === null || variable.value === '') return []
  const { name, place } = variable
  return variable.value.split(',').flatMap((entry) => {
    const text = entry.trim()
    const read = parseGoCidr(text)
    if (!read.ok) {
      note('aws-not-a-range', place, { text: entry, variable: name })
      return []
    }
    const { network } = read.value
    if (network.base.family === 6) {
      note('aws-ipv6-range', place, { text, variable: name })
      return []
    }
    const range = formatCidr(network)
    if (range !== text) note('aws-range-normalised', place, { text, range })
    return [{ range: network, place }]
  })
}

function readRandom(variable: Variable | null, note: Take): SnatSettings['random'] {
  const text = variable?.value ?? ''
  if (variable === null || text === '') return 'prng'
  if (text === 'prng' || text === 'hashrandom' || text === 'none') return text
  note('aws-unknown-random', variable.place, { text, variable: RANDOM, fallback: 'prng' })
  return 'prng'
}

/** As Go's `ParseInt` with base 0 takes it. */
function readMark(variable: Variable | null, note: Take): number {
  const text = variable?.value ?? ''
  if (variable === null || text === '') return DEFAULT_SETTINGS.connmark
  const mark = /^\+?(0x[\da-f]+|0b[01]+|[1-9]\d*|0o?[0-7]*)$/i.test(text)
    ? goInteger(text)
    : Number.NaN
  if (mark > 0 && mark <= 0xffffffff) return mark
  note('aws-bad-connmark', variable.place, { text, fallback: '0x80' })
  return DEFAULT_SETTINGS.connmark
}

const goInteger = (text: string): number => {
  const digits = text.replace(/^\+/, '')
  return Number(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
}
