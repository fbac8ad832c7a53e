declare global {
  /** Milliseconds from the start of the navigation to the frame that first shows a node of the map. */
  var firstPicture: Promise<number>
  /** Moves the map in a circle; the share of frames that did not come in time. */
  var framesLostWhilePanning: () => Promise<number>
  /** Milliseconds from the next key or click to the frame in which `read` says something else. */
  var nextChange: Promise<number>
  var watchFor: (selector: string, attribute: string | null) => void
  /** Milliseconds of the longest wait for a frame within the half second after that key or click. */
  var longestWait: Promise<number>
}

/** Runs in the page, before anything else there. */
export function watchTheMap(): void {
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // What is posted from a frame's callbacks runs once that frame is painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          port1.close()
          resolve(performance.now())
        }
        port2.postMessage(null)
      })
    })

  globalThis.firstPicture = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.react-flow__node') === null) requestAnimationFrame(look)
      else void painted().then(resolve)
    }
    look()
  })

  globalThis.framesLostWhilePanning = async () => {
    const pane = document.querySelector('.react-flow__pane')
    if (pane === null) throw new Error('there is no map to move')
    const { left, top, width, height } = pane.getBoundingClientRect()
    const middle = { x: left + width / 2, y: top + height / 2 }
    const say = (type: string, target: EventTarget, angle: number) =>
      target.dispatchEvent(
        new MouseEvent(type, {
          bubbles: true,
          cancelable: true,
          view: window,
          clientX: middle.x + 200 * Math.sin(angle),
          clientY: middle.y + 120 * Math.sin(2 * angle),
        }),
      )
    const FRAME = 1000 / 60
    const frames = 120
    let lost = 0
    say('mousedown', pane, 0)
    let last = await new Promise(requestAnimationFrame)
    for (let i = 1; i <= frames; i += 1) {
      say('mousemove', window, (2 * Math.PI * i) / frames)
      const now = await new Promise(requestAnimationFrame)
      lost += Math.max(0, Math.round((now - last) / FRAME) - 1)
      last = now
    }
    say('mouseup', window, 0)
    return lost / (frames + lost)
  }

  const longestFrame = async (until: number): Promise<number> => {
    let longest = 0
    let last = await new Promise(requestAnimationFrame)
    while (last < until) {
      const now = await new Promise(requestAnimationFrame)
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }

  globalThis.watchFor = (selector, attribute) => {
    const read = (): string => {
      const element = document.querySelector(selector)
      return (attribute === null ? element?.textContent : element?.getAttribute(attribute)) ?? ''
    }
    let waited: (longest: number) => void = () => undefined
    globalThis.longestWait = new Promise((resolve) => {
      waited = resolve
    })
    globalThis.nextChange = new Promise((resolve) => {
      const begin = ({ timeStamp }: Event) => {
        removeEventListener('keydown', begin, true)
        removeEventListener('pointerdown', begin, true)
        void longestFrame(timeStamp + 500).then(waited)
        const before = read()
        const observer = new MutationObserver(() => {
          if (read() === before) return
          observer.disconnect()
          void painted().then((now) => resolve(now - timeStamp))
        })
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      }
      addEventListener('keydown', begin, true)
      addEventListener('pointerdown', begin, true)
    })
  }
}
