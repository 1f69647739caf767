/** happy-dom measures nothing: what observes sizes is told nothing, instead of failing. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= SilentObserver
