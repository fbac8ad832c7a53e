/** A setting of a dataplane: what it is, and where in the real manifests it stands. */
export interface Setting {
  /** Unique within the dataplane; its words name and explain it. */
  readonly key: string
  readonly control: SettingControl
  readonly place: SettingPlace
  /** What holds where nothing stands at that place. */
  readonly absent: SettingValue
  /** Shown in the bar at the top, and not only with the others. */
  readonly prominent: boolean
}

/** A list is one of texts, e.g. of ranges. */
export type SettingValue = boolean | number | string | readonly string[]

export type SettingControl =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'list' }

export type SettingPlace =
  /** A flag of the cluster: a field of the `Scenario` document's `cluster`. */
  | { readonly in: 'cluster'; readonly field: string }
  /** A field of a manifest; `quoted` where it holds text, as every value of a ConfigMap's `data` does. */
  | {
      readonly in: 'manifest'
      readonly manifest: ManifestName
      readonly path: readonly string[]
      readonly quoted: boolean
      /** Of a list of objects: the field of each that holds the text, e.g. `cidr`. */
      readonly item?: string
    }
  /** A field of the YAML file that a ConfigMap holds under a key of its `data`. */
  | {
      readonly in: 'file'
      readonly manifest: ManifestName
      readonly key: string
      readonly path: readonly string[]
    }
  /** `--flag=value` among a container's `args`, or the environment variable of that name. */
  | {
      readonly in: 'argument' | 'environment'
      readonly manifest: ManifestName
      readonly container: string
      readonly name: string
    }

/** Which document of the stream; the first of its kind where no name is told. */
export interface ManifestName {
  readonly kind: string
  readonly name: string | null
}
