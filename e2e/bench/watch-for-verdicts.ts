declare global {
  /** Milliseconds from the last key to the frame that showed another verdict. */
  var nextVerdict: Promise<number> | undefined
}

/**
 * Runs in the page. From each key on it waits for `outcome` to say something else and for the frame
 * that shows it, and leaves the marks `key` and `seen` in a recording.
 */
export function watchForVerdicts(outcome: Node | null): void {
  if (outcome === null) throw new Error('there is no verdict to watch')
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (key !== '0' && key !== '1') return
      const before = outcome.textContent
      performance.mark('key', { startTime: timeStamp })
      globalThis.nextVerdict = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (outcome.textContent === before) return
          observer.disconnect()
          requestAnimationFrame(() => {
            // What is posted from a frame's callbacks runs once that frame is painted.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              performance.mark('seen')
              port1.close()
              resolve(performance.now() - timeStamp)
            }
            port2.postMessage(null)
          })
        })
        observer.observe(outcome, { subtree: true, childList: true, characterData: true })
      })
    },
    { capture: true },
  )
}
