import type { Page } from '@playwright/test'

/**
 * Everything that a reader sees or hears of the page: visible text, names, descriptions, hints and
 * the title, each piece by itself. Left out is what is nobody's language: code, what is typed into
 * a field, and pieces that say themselves which language they are in.
 */
export const wordsOnScreen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const NOBODYS = 'code, pre, textarea, option[lang], [role="textbox"]'
    const NAMES = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'label']
    const isShown = (element: Element): boolean =>
      element.matches('option, optgroup') || element.checkVisibility({ visibilityProperty: true })
    const names = (element: Element): string[] =>
      element.closest('[aria-hidden="true"]') === null
        ? NAMES.map((name) => element.getAttribute(name) ?? '')
        : []
    const inside = (element: Element): string[] =>
      element.matches(NOBODYS)
        ? []
        : [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].flatMap(words)
    const words = (node: Node): string[] => {
      if (!(node instanceof Element)) return [node.textContent ?? '']
      return isShown(node) ? [...names(node), ...inside(node)] : []
    }
    return [document.title, ...words(document.body)]
      .map((word) => word.trim())
      .filter((word) => word !== '')
  })

/** Terms of the field and names of things, which every language leaves as they are. */
const TERMS =
  /\b(SNAT|NAT|GKE|VPC|Pods?|ConfigMap|YAML|Cloud|Interconnect|Router|React Flow|attribution|playground|masqLinkLocal|nonMasqueradeCIDRs|ip-masq-agent|IP-MASQ|conntrack|nat|POSTROUTING|PREROUTING|OUTPUT|INPUT|MASQUERADE|RETURN|ACCEPT|anywhere|policy|link-local|kubectl|tcpdump|iptables|Enter|Tab|Escape|tcp|udp|icmp|sctp|eth0|src|dst|LOCAL|original|reply|IPv[46])\b/g

/** Pieces that look like English: two words in a row of three or more letters, terms aside. */
export const english = (words: readonly string[]): readonly string[] =>
  words.filter((piece) =>
    /(?<![\w./-])[A-Za-z’]{3,}[ ,:]+[A-Za-z’]{2,}(?![\w./-])/.test(
      piece.replaceAll(/--?[a-z][\w-]*( [A-Z]+)?/g, '').replaceAll(TERMS, '·'),
    ),
  )

export const korean = (words: readonly string[]): readonly string[] =>
  words.filter((piece) => /[\uAC00-\uD7A3]/.test(piece))

export const japanese = (words: readonly string[]): readonly string[] =>
  words.filter((piece) => /[\u3041-\u30FF]/.test(piece))
