import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'

/**
 * Rules that no VPC can have. Source: Google Cloud, "VPC firewall rules": source tags are a parameter of
 * ingress rules only.
 */
export const impossibleFirewallRules = ({ vpcs }: ScenarioDocument): readonly Issue[] =>
  vpcs.flatMap(({ firewall = [] }, i) =>
    firewall.flatMap(({ name, direction, sourceTags = [] }, j) =>
      direction === 'egress' && sourceTags.length > 0
        ? [issueAt('egress-source-tags', `vpcs.${i}.firewall.${j}.sourceTags`, { name })]
        : [],
    ),
  )
