namespace Barometer.Host.Record;

/// <summary>Those who wait together for the next transaction. Whoever asks it holds the lock of the gathering.</summary>
internal sealed class Company
{
    private readonly List<Sent> _waiting = [];
    private TaskCompletionSource? _complete;
    private int _hopedFor;

    public bool IsEmpty => _waiting.Count == 0;

    public void Join(Sent sent)
    {
        _waiting.Add(sent);
        if (_waiting.Count >= _hopedFor)
            _complete?.TrySetResult();
    }

    public bool Leave(Sent sent) => _waiting.Remove(sent);

    /// <summary>Ends when so many more have joined; at once where nobody waits, or nobody is hoped for.</summary>
    public Task Complete(int more)
    {
        if (IsEmpty || more == 0)
            return Task.CompletedTask;
        _hopedFor = _waiting.Count + more;
        _complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _complete.Task;
    }

    /// <summary>The first of them, at most so many, who wait no longer.</summary>
    public Sent[] Go(int most)
    {
        Sent[] next = [.. _waiting.Take(most)];
        _waiting.RemoveRange(0, next.Length);
        return next;
    }
}
