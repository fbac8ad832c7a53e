import { formatDuration } from '../../golang/duration.ts'
import { formatGoAddress, formatGoNetwork, parseGoCidr } from '../../golang/go-cidr.ts'
import { decodeStruct } from '../../golang/json/decode-struct.ts'
import { BoolField, IntField, StringsField } from '../../golang/json/fields.ts'
import { printJsonString } from '../../golang/json/print-json.ts'
import type { Located } from '../../golang/json/value.ts'
import type { Place } from '../../golang/line-table.ts'
import { quoteGo } from '../../golang/quote.ts'
import { type JsonDocument, readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { ConfigFile } from './config-file.ts'
import { CIDR_LIMIT, defaultRanges, RESYNC_NANOSECONDS } from './default-config.ts'
import { DurationField } from './duration-field.ts'
import type { AgentFlags } from './flags.ts'
import {
  type ConfigKey,
  configKeys,
  type KeptRange,
  type MasqConfig,
  nameOfKey,
} from './masq-config.ts'

/** In the agent's own words, without what stands before it in the log. Places count in the editor's text. */
export interface AgentError {
  readonly text: string
  readonly line: number | null
  readonly column: number | null
}

export interface ReadConfig {
  readonly config: Result<MasqConfig, AgentError>
  /**
   * What the agent logs after "Using config: ". Null without a file and where the text cannot be
   * read; a text that can be read but is refused afterwards is logged all the same.
   */
  readonly using: string | null
}

/**
 * The agent's config file, null where there is none, to its configuration.
 * Source: ip-masq-agent v1.0.0 to v2.12.6, cmd/ip-masq-agent/ip-masq-agent.go, syncConfig and validate.
 */
export function readConfig(file: ConfigFile | null, flags: AgentFlags): ReadConfig {
  const fields = defaultFields(flags)
  if (file === null) return { config: validate(fields, flags, () => null), using: null }
  const document = readYamlOrJson(file.text)
  if (!document.ok) {
    const { text, offset } = document.error
    return { config: err({ text, ...file.place(offset) }), using: null }
  }
  const error = fill(fields, document.value, flags)
  if (error !== null) {
    const { text, at } = error
    return { config: err({ text, ...file.place(at.start) }), using: null }
  }
  const place = (at: Located | null): Place | null => (at === null ? null : file.place(at.start))
  return { config: validate(fields, flags, place), using: printUsing(fields, flags) }
}

interface Fields {
  readonly nonMasqueradeCIDRs: StringsField
  readonly cidrLimit: IntField
  /** `linkLocal` of v1.0.0 says the opposite. */
  readonly masqLinkLocal: BoolField
  readonly masqLinkLocalIPv6: BoolField
  readonly resyncInterval: DurationField
}

const defaultFields = (flags: AgentFlags): Fields => ({
  nonMasqueradeCIDRs: new StringsField(
    defaultRanges(flags.allReservedRanges, flags.profile.testNet2),
  ),
  cidrLimit: new IntField(CIDR_LIMIT),
  masqLinkLocal: new BoolField(flags.profile.linkLocalKey === 'linkLocal'),
  masqLinkLocalIPv6: new BoolField(false),
  resyncInterval: new DurationField(RESYNC_NANOSECONDS, flags.profile.metaDuration),
})

function fill(fields: Fields, { root, raw }: JsonDocument, { profile }: AgentFlags) {
  const known = configKeys(profile).map((key) => [nameOfKey(key, profile), fields[key]] as const)
  return decodeStruct(root, { goType: 'main.MasqConfig', fields: new Map(known) }, raw)
}

function printUsing(fields: Fields, { profile }: AgentFlags): string {
  const { items } = fields.nonMasqueradeCIDRs
  const { value } = fields.resyncInterval
  const printed: Readonly<Record<ConfigKey, string>> = {
    nonMasqueradeCIDRs:
      items === null ? 'null' : `[${items.map(({ text }) => printJsonString(text))}]`,
    cidrLimit: String(fields.cidrLimit.value),
    masqLinkLocal: String(fields.masqLinkLocal.value),
    masqLinkLocalIPv6: String(fields.masqLinkLocalIPv6.value),
    resyncInterval: profile.metaDuration ? `"${formatDuration(value)}"` : String(value),
  }
  const members = configKeys(profile).map((key) => `"${nameOfKey(key, profile)}":${printed[key]}`)
  return `{${members.join(',')}}`
}

function validate(
  fields: Fields,
  flags: AgentFlags,
  place: (at: Located | null) => Place | null,
): Result<MasqConfig, AgentError> {
  const list = fields.nonMasqueradeCIDRs
  const items = list.items ?? []
  const limit = fields.cidrLimit.value
  if (BigInt(items.length) > limit) {
    const text = tooMany(limit, items.length, flags)
    const over = items[Number(limit)]?.place ?? fields.cidrLimit.place
    return err({ text, ...placeOrNull(place(over)) })
  }
  const ranges: KeptRange[] = []
  for (const item of items) {
    const at = place(item.place)
    const range = readRange(item.text, flags)
    if (!range.ok) return err({ text: range.error, ...placeOrNull(at) })
    ranges.push({ ...range.value, text: item.text, place: at })
  }
  return ok({
    ranges,
    rangesAreDefaults: list.place === null,
    cidrLimit: limit,
    masqLinkLocal: fields.masqLinkLocal.value === (flags.profile.linkLocalKey === 'masqLinkLocal'),
    masqLinkLocalIpv6: fields.masqLinkLocalIPv6.value,
    resyncNanoseconds: fields.resyncInterval.value,
    places: {
      nonMasqueradeCIDRs: place(list.place),
      cidrLimit: place(fields.cidrLimit.place),
      masqLinkLocal: place(fields.masqLinkLocal.place),
      masqLinkLocalIPv6: place(fields.masqLinkLocalIPv6.place),
      resyncInterval: place(fields.resyncInterval.place),
    },
  })
}

function tooMany(limit: bigint, count: number, { profile }: AgentFlags): string {
  const text = `he daemon can only accept up to ${limit} CIDRs (excluding link-local), but got ${count} CIDRs (excluding link local)`
  return profile.ipv6 ? `t${text}` : `T${text}.`
}

const placeOrNull = (place: Place | null): Omit<AgentError, 'text'> =>
  place ?? { line: null, column: null }

function readRange(
  text: string,
  { ipv6, profile }: AgentFlags,
): Result<Pick<KeptRange, 'network' | 'family'>, string> {
  const quoted = quoteGo(text)
  if (profile.cidrPattern && !new RegExp(CIDR_PATTERN).test(text)) {
    const pattern = quoteGo(CIDR_PATTERN)
    return err(
      `CIDR ${quoted} did not match ${pattern} (for example, '10.0.0.0/8' is correct CIDR notation)`,
    )
  }
  const parsed = parseGoCidr(text)
  if (!parsed.ok) return err(`CIDR ${quoted} could not be parsed, ${parsed.error}`)
  const { address, network, mapped } = parsed.value
  const given = formatGoAddress(address)
  if (given !== formatGoAddress(network.base)) {
    return err(
      `CIDR ${quoted} is not aligned to a CIDR block, ip: "${given}" network: "${formatGoNetwork(network)}"`,
    )
  }
  const family = mapped ? 4 : address.family
  if (family === 6 && !ipv6 && profile.ipv6) {
    return err(
      `ipv6 is not enabled, but ipv6 cidr ${text} provided. Enable ipv6 using --enable-ipv6 agent flag`,
    )
  }
  return ok({ network, family })
}

/** Of v1.0.0 to v2.4.0. */
const CIDR_PATTERN = String.raw`^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/\d{1,2}$`
