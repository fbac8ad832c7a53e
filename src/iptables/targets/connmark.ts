import type { Target } from '../../engine/rule.ts'
import { ok } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { OptionUse, RuleModule, TargetText } from '../module.ts'
import { MAX_U32 } from '../words/c-number.ts'
import { hex, parseU32 } from '../words/mark.ts'
import { describeMark, markOptions, parseMarkWay } from './mark.ts'

type Connmark = Extract<Target, { kind: 'connmark' }>

/** `-j CONNMARK`. Source: iptables 1.8.9, measured. */
export const connmark: TargetText<Connmark> = {
  name: () => 'CONNMARK',
  save: (target) => {
    if (target.action === 'set') return ` --set-xmark ${hex(target.value)}/${hex(target.mask)}`
    const { packet, connection } = masksOf(target)
    return ` --${target.action}-mark --nfmask ${hex(packet)} --ctmask ${hex(connection)}`
  },
  list: (target) => ` CONNMARK ${summary(target)}`,
}

export const connmarkModules = (): readonly RuleModule<Target>[] => [
  { name: 'CONNMARK', options: options(), open },
]

/** `mask` belongs to the mark that is read, `toMask` to the one that is written. */
const masksOf = ({ action, mask, toMask }: Connmark) =>
  action === 'save' ? { packet: mask, connection: toMask } : { packet: toMask, connection: mask }

function summary(target: Connmark): string {
  const { action, mask, toMask } = target
  if (action === 'set') return describeMark(target)
  if (mask === MAX_U32 && toMask === MAX_U32) return action
  if (mask === toMask) return `${action} mask ${hex(mask)}`
  const [from, to] = action === 'save' ? ['nfmask', 'ctmask'] : ['ctmask', 'nfmask']
  return `${action} ${from} ${hex(mask)} ${to} ~${hex(toMask)}`
}

const COPIES = ['save-mark', 'restore-mark']

function options(): readonly CheckedOption[] {
  const ways = markOptions(COPIES)
  const all = [...ways.map(({ name }) => name), ...COPIES]
  return [
    ...ways,
    { name: 'save-mark', takes: 'nothing', excludes: all },
    { name: 'restore-mark', takes: 'nothing', excludes: all },
    { name: 'left-shift-mark', takes: 'value' },
    { name: 'right-shift-mark', takes: 'value' },
    { name: 'ctmask', takes: 'value', excludes: ['mask'] },
    { name: 'nfmask', takes: 'value', excludes: ['mask'] },
    { name: 'mask', takes: 'value', excludes: ['ctmask', 'nfmask'] },
  ]
}

function open() {
  const record = recordOf('CONNMARK', options())
  const masks = { packet: MAX_U32, connection: MAX_U32 }
  let value = 0
  let action: Connmark['action'] | null = null

  function take(call: OptionUse): Complaint | null {
    const { option } = call
    if (option.endsWith('-shift-mark')) return complaint('unsupported-option', `--${option}`)
    const trouble = record.note(call)
    if (trouble) return trouble
    if (COPIES.includes(option)) {
      action = option === 'save-mark' ? 'save' : 'restore'
      return null
    }
    if (option.endsWith('mask')) return takeMask(call)
    const parsed = parseMarkWay(call, 'CONNMARK')
    if (!parsed.ok) return parsed.error
    action = 'set'
    value = parsed.value.value
    masks.connection = parsed.value.mask
    return null
  }

  /** A mask that is given after a mark replaces that of the mark. */
  function takeMask({ option, value: text }: OptionUse): Complaint | null {
    const mask = parseU32(text, 'CONNMARK', option)
    if (!mask.ok) return mask.error
    if (option !== 'ctmask') masks.packet = mask.value
    if (option !== 'nfmask') masks.connection = mask.value
    return null
  }

  function check(): Complaint | null {
    return action === null
      ? complaint('missing-option', 'CONNMARK target: No operation specified')
      : record.check()
  }

  function build() {
    if (action === 'save' || action === 'restore') {
      const [mask, toMask] =
        action === 'save' ? [masks.packet, masks.connection] : [masks.connection, masks.packet]
      return ok<Target>({ kind: 'connmark', action, value: 0, mask, toMask })
    }
    const { connection: mask } = masks
    return ok<Target>({ kind: 'connmark', action: 'set', value, mask, toMask: MAX_U32 })
  }

  return { take, check, build }
}
