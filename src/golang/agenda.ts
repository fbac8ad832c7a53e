/** Depth-first work without recursion, so that depth of the input costs memory and never the stack. */
export class Agenda {
  private readonly tasks: (() => void)[] = []

  /** Will be done before everything that was added earlier. */
  add(task: () => void): void {
    this.tasks.push(task)
  }

  /** In the order given, before everything that was added earlier. */
  addAll(tasks: readonly (() => void)[]): void {
    for (let at = tasks.length - 1; at >= 0; at -= 1) {
      const task = tasks[at]
      if (task !== undefined) this.tasks.push(task)
    }
  }

  /** Works until nothing is left, or until `stop` says so. */
  run(stop: () => boolean = () => false): void {
    for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) {
      task()
      if (stop()) return
    }
  }
}
