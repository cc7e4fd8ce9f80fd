/** Reports when the network is lost and returns, as the browser does. */
export const online = {
  onChange(changed: (online: boolean) => void): () => void {
    const up = () => changed(true);
    const down = () => changed(false);
    addEventListener('online', up);
    addEventListener('offline', down);
    return () => {
      removeEventListener('online', up);
      removeEventListener('offline', down);
    };
  },
};
