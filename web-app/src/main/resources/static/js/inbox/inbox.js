// Opening a record from the inbox reads it; the form beside the link does the same without script.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-read]");
  if (!link) return;
  const token = document.querySelector("meta[name='csrf-token']");
  if (!token) return;
  const root = document.body.dataset.root ?? "/";
  fetch(root.replace(/\/$/, "") + link.dataset.read, {
    method: "POST",
    keepalive: true,
    redirect: "manual",
    headers: { [token.dataset.header]: token.content },
  });
});
