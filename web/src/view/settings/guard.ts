import { createContext, createSignal, onCleanup, useContext } from "solid-js";

export type Guard = ReturnType<typeof makeGuard>;

/** Keeps a page with unsaved changes open: whoever tries to leave it is shown the bar with Save and Reset instead. */
export function makeGuard() {
  let unsaved = 0;
  const [refused, setRefused] = createSignal(0);
  return {
    /** How often leaving was refused; the bar calls attention to itself when this grows. */
    refused,
    hold: () => {
      unsaved++;
      setRefused(0);
      return () => {
        unsaved--;
      };
    },
    leave: (go: () => void) => {
      if (unsaved > 0) setRefused((times) => times + 1);
      else go();
    },
  };
}

export const GuardContext = createContext<Guard>();

/** Holds the page open as long as the calling component is mounted. */
export function useHold(): Guard {
  const guard = useContext(GuardContext) ?? makeGuard();
  onCleanup(guard.hold());
  return guard;
}
