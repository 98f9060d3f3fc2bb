return await Amicast.Functions.CompositionRoot.RunAsync();
